package id.kulkul.command.loss;

import id.kulkul.command.Rejection;

/** Why a loss is not recorded; the codes {@code losses/...} never change. */
public enum LossRejection implements Rejection {
    /** Nothing is missing: no size below zero and no empty loss is declared. */
    NOTHING_LOST,
    /** A log whose loss is declared goes on in another origin than the one that signed for what is lost. */
    NOT_CLOSED;

    @Override
    public String family() {
        return "losses";
    }
}
