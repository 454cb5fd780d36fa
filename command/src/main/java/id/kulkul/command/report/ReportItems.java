package id.kulkul.command.report;

import id.kulkul.command.sealed.Shape;
import id.kulkul.crypto.seal.Kind;
import java.util.List;

/** Which kinds of items, in which order, one act of a report may bring. */
enum ReportItems implements Shape {
    /** The body, up to 16 attachments, and at most one identity at the end. */
    SUBMISSION {
        @Override
        public boolean fits(List<Kind> kinds) {
            if (kinds.isEmpty() || kinds.get(0) != Kind.REPORT_BODY) return false;
            var rest = kinds.subList(1, kinds.size());
            var named = !rest.isEmpty() && rest.get(rest.size() - 1) == Kind.IDENTITY;
            var attachments = named ? rest.subList(0, rest.size() - 1) : rest;
            return areAttachments(attachments);
        }
    },
    /** One to eight messages of the office. */
    TO_REPORTER {
        @Override
        public boolean fits(List<Kind> kinds) {
            return isFewOf(kinds, Kind.MSG_TO_REPORTER);
        }
    },
    /** One text of the office for itself. */
    NOTE {
        @Override
        public boolean fits(List<Kind> kinds) {
            return kinds.equals(List.of(Kind.INTERNAL_NOTE));
        }
    },
    /** One to eight messages of the reporter, and up to 16 attachments, which the last message lists. */
    TO_OFFICE {
        @Override
        public boolean fits(List<Kind> kinds) {
            var attachments = kinds.stream().dropWhile(Kind.MSG_TO_TEAM::equals).toList();
            var messages = kinds.subList(0, kinds.size() - attachments.size());
            return isFewOf(messages, Kind.MSG_TO_TEAM) && areAttachments(attachments);
        }
    };

    private static final int MOST_ATTACHMENTS = 16;
    private static final int MOST_MESSAGES = 8;

    private static boolean isFewOf(List<Kind> kinds, Kind kind) {
        return !kinds.isEmpty() && kinds.size() <= MOST_MESSAGES && all(kinds, kind);
    }

    private static boolean areAttachments(List<Kind> kinds) {
        return kinds.size() <= MOST_ATTACHMENTS && all(kinds, Kind.ATTACHMENT);
    }

    private static boolean all(List<Kind> kinds, Kind kind) {
        return kinds.stream().allMatch(kind::equals);
    }
}
