package id.kulkul.web.report;

/** What arrived is not the form that was served; it says nothing of what was in it. */
class UnreadableForm extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableForm() {
        super("The submission is not the form that was served", null, false, false);
    }
}
