-- Whether what was first told of a sale was set aside and told anew with other content.
ALTER TABLE sale ADD COLUMN replaced boolean NOT NULL DEFAULT false;
