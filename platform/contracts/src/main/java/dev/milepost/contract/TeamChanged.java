package dev.milepost.contract;

import java.util.List;

/**
 * A team as it now stands, whole, with everything that was ever valid.
 *
 * @param id the company's own id of the team
 * @param version counts up with every change; readers keep the highest
 * @param name name to show
 * @param parents id of the team above, effective-dated; none: a root
 * @param managers participant id of the manager, effective-dated
 * @param members participant ids of the members, effective-dated
 */
public record TeamChanged(
    String id,
    long version,
    String name,
    List<Dated> parents,
    List<Dated> managers,
    List<Dated> members)
    implements Event {}
