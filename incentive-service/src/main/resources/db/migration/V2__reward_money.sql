-- An amount without its currency could not be read.
ALTER TABLE reward ADD CHECK ((amount IS NULL) = (currency IS NULL));
