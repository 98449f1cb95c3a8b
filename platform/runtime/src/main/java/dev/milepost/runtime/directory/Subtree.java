package dev.milepost.runtime.directory;

import java.util.Set;

/**
 * What a manager manages at one moment.
 *
 * @param teams the teams managed directly and all teams below them
 * @param participants the members of these teams and their managers
 */
public record Subtree(Set<String> teams, Set<String> participants) {}
