package dev.milepost.goals.goal;

/**
 * Who asks for something, and in which roles.
 *
 * @param person who
 * @param salesOps whether as sales operations
 * @param finance whether as finance
 */
record Actor(Person person, boolean salesOps, boolean finance) {}
