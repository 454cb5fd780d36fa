package id.kulkul.web.signin;

import id.kulkul.web.page.Requests;
import java.util.List;

/** Lets a test come as far as the sign-in reads what is sent to them, without an application. */
public final class SignInDoor {
    private SignInDoor() {}

    /** The names that the two bodies of a sign-in give; fails with {@link id.kulkul.web.page.Refused}. */
    public static List<String> names(byte[] body) {
        return List.of(
                Requests.json(body, SignInController.LARGEST, SignInController.Challenge.class)
                        .name(),
                Requests.json(body, SignInController.LARGEST, SignInController.Proof.class)
                        .name());
    }
}
