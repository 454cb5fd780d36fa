package id.kulkul.crypto.tools;

import id.kulkul.crypto.log.Aside;
import id.kulkul.crypto.log.LogOrigin;
import id.kulkul.crypto.log.Origins;
import id.kulkul.crypto.log.Restored;

/**
 * What a verifier says where a log goes on in another origin than it had: a loss was declared, and what was kept of it
 * is worth keeping.
 */
final class DeclaredLoss {
    private DeclaredLoss() {}

    /** One line that a program reads. */
    static String line(Restored restored) {
        return "restored=" + restored.closed() + " size=" + restored.size() + " in=" + restored.successor();
    }

    static String sentence(Restored restored) {
        return "A loss was declared: the origin " + restored.closed() + " is closed, and " + restored.successor()
                + " goes on from the first " + restored.size()
                + " of its leaves. What the closed one had signed beyond them is not in this history; how much, the event log-restored of the open log says.";
    }

    static String sentence(Aside aside) {
        return aside.name() + " was signed under " + aside.origin() + " for " + aside.size()
                + " leaves, and not all of them are in this history: a loss was declared between the two. Keep it, it shows"
                + " what was signed.";
    }

    /** Of the export of a case, which does not tell what its log lost. */
    static String untold(LogOrigin later) {
        return "A loss was declared: the log of this export goes on as " + later
                + ", and an export of the whole log says from how many leaves.";
    }

    /** Of what was kept of a later origin than that of the history. */
    static String closing(Aside later) {
        return later.name() + " was signed under " + later.origin()
                + ": a loss was declared, the origin of this export is closed, and its log goes on there. What the closed"
                + " one had signed last may be missing; take an export of the log as it is now.";
    }

    /** Of a history whose origin is not the one that the policy names; empty where it is. */
    static String standing(Origins origins) {
        if (origins.isUnconfirmed())
            return "The policy does not name this origin: whoever holds the root has not signed for the declared loss yet.";
        return origins.isClosed()
                ? "The policy names a later origin of this log: this one is closed, and the log goes on there."
                : "";
    }

    /** Of a log that shows itself now in an origin that the policy does not name yet. */
    static String unconfirmed(LogOrigin shown) {
        return "A LOSS WAS DECLARED: the log goes on as " + shown
                + ", and what its closed origin had signed last may be"
                + " missing. Whoever holds the root has not signed for that yet.";
    }
}
