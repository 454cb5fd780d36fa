package id.kulkul.web.casework;

import id.kulkul.web.signin.SignedIn;
import java.util.Map;

/** What a feature has to say on the desk of a person beside the cases: the model of its own lines in the page. */
public interface DeskNote {
    Map<String, Object> of(SignedIn person);
}
