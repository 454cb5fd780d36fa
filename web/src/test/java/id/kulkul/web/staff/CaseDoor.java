package id.kulkul.web.staff;

import id.kulkul.web.channel.ArrivedItem.Wire;
import id.kulkul.web.page.Requests;
import java.util.List;

/** Lets a test come as far as the addresses of a case read what is sent to them, without an application. */
public final class CaseDoor {
    private CaseDoor() {}

    /** The items of a message, of which any may be null; fails with {@link id.kulkul.web.page.Refused}. */
    public static List<Wire> items(byte[] body) {
        return Requests.json(body, CaseController.LARGEST, CaseController.Sending.class)
                .items();
    }
}
