package id.kulkul.command.loss;

import id.kulkul.command.Rejection;

/** Why a loss is not recorded; the codes {@code losses/...} never change. */
public enum LossRejection implements Rejection {
    /** Nothing is missing: no size below zero and no empty loss is declared. */
    NOTHING_LOST;

    @Override
    public String family() {
        return "losses";
    }
}
