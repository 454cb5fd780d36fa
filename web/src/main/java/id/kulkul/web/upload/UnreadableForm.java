package id.kulkul.web.upload;

/** What arrived is not the form that was served; it says nothing of what was in it. */
public class UnreadableForm extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableForm() {
        super("The submission is not the form that was served", null, false, false);
    }
}
