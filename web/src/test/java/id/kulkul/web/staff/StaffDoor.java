package id.kulkul.web.staff;

import id.kulkul.web.channel.ArrivedItem.Wire;
import id.kulkul.web.page.Requests;
import java.util.List;

/** Lets a test come as far as the addresses of the staff read what is sent to them, without an application. */
public final class StaffDoor {
    private StaffDoor() {}

    /** The names that the two bodies of a sign-in give; fails with {@link id.kulkul.web.page.Refused}. */
    public static List<String> names(byte[] body) {
        return List.of(
                Requests.json(body, SignInController.LARGEST, SignInController.Challenge.class)
                        .name(),
                Requests.json(body, SignInController.LARGEST, SignInController.Proof.class)
                        .name());
    }

    /** The items of a message, of which any may be null; fails with {@link id.kulkul.web.page.Refused}. */
    public static List<Wire> items(byte[] body) {
        return Requests.json(body, CaseController.LARGEST, CaseController.Sending.class)
                .items();
    }
}
