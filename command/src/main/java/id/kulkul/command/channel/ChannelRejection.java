package id.kulkul.command.channel;

import id.kulkul.command.Rejection;

/** Why a protected channel refuses a command; the codes {@code channels/...} never change. */
public enum ChannelRejection implements Rejection {
    /** The bytes are no list of recipients. */
    BAD_MANIFEST(Kind.INVALID),
    /** The list belongs to another channel or another kind. */
    WRONG_CHANNEL,
    /** The list does not follow the one before: its number is not the next or it names another predecessor. */
    BROKEN_CHAIN,
    /** A signature has the wrong size. */
    BAD_SIGNATURE(Kind.INVALID),
    /** Nobody could read a report: no list of recipients has been published. */
    NO_MANIFEST,
    /** The channel is open. */
    ALREADY_OPEN,
    /** The channel is closed. */
    NOT_OPEN;

    private final Kind kind;

    ChannelRejection() {
        this(Kind.CONFLICT);
    }

    ChannelRejection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String family() {
        return "channels";
    }
}
