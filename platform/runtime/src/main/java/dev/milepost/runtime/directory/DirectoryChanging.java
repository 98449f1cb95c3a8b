package dev.milepost.runtime.directory;

/**
 * Fired inside the transaction that changes the directory, before it does so: whoever must not see
 * the hierarchy change under its feet takes its lock here.
 */
public record DirectoryChanging() {}
