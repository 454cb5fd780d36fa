package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.OpenFailed;
import id.kulkul.crypto.seal.ItemHeader;
import java.util.ArrayList;

/** What a submission of several items is about. */
final class SubjectSection implements Section {
    @Override
    public String name() {
        return "subject";
    }

    @Override
    public void check(Case entry) throws OpenFailed {
        var headers = new ArrayList<ItemHeader>();
        for (var header : entry.byteStrings("headers")) headers.add(ItemHeader.decoded(header));
        entry.gives("subject", ItemHeader.subject(headers));
    }
}
