package id.kulkul.web.casework;

import id.kulkul.web.signin.SignedIn;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** The page of each case of a kind, for a person who may read it; for anybody else it does not exist. */
public interface CasePages {
    /** The stored name of the aggregate. */
    String kind();

    /** Shows a case. */
    Rendering show(SignedIn person, String id, ServerWebExchange exchange);

    /** Does what a form of the page asks for, and leads back to the page or says on it why not. */
    Rendering act(SignedIn person, String id, MultiValueMap<String, String> form, ServerWebExchange exchange);
}
