package id.kulkul.query.report;

import java.util.UUID;

/** A person of the office by the public post; the reporter, and the office's own sweeper, are the zero id with an empty post. */
public record Who(UUID person, String post) {}
