package dev.milepost.tracking.evaluation;

import java.time.Instant;

/**
 * What a manager noted on a milestone that was reached.
 *
 * @param version counts the notes on it, from 1 on
 * @param text in words
 * @param author who wrote it
 * @param writtenAt when
 */
record Note(int version, String text, String author, Instant writtenAt) {}
