package dev.milepost.contract;

/**
 * The identity of a sales event.
 *
 * @param source CloudEvents source: the system that told us
 * @param id CloudEvents id: unique within the source
 */
public record SaleRef(String source, String id) {}
