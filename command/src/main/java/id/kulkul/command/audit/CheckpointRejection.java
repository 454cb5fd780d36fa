package id.kulkul.command.audit;

import id.kulkul.command.Rejection;

/** Why a checkpoint is not kept; the codes {@code checkpoints/...} never change. */
public enum CheckpointRejection implements Rejection {
    /** The checkpoint belongs to another log or another day. */
    WRONG_DAY,
    /** The mark is not later than the last one. */
    MARK_NOT_LATER,
    /** The tree would be smaller than at the last checkpoint, or smaller than its padding. */
    SHRUNK,
    /** The tree has the size of the last checkpoint and another root. */
    SPLIT_VIEW;

    @Override
    public String family() {
        return "checkpoints";
    }
}
