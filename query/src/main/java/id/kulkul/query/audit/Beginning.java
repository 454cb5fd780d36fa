package id.kulkul.query.audit;

import java.util.UUID;

/** Where an aggregate began, as a checkpoint has it, whatever became of the row since. */
public record Beginning(UUID aggregate, LeafIndex leaf) {}
