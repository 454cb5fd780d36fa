package id.kulkul.query.audit;

import id.kulkul.crypto.keys.KeyFolder;
import id.kulkul.crypto.log.ExportLine;
import id.kulkul.crypto.log.HybridPublicKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What an organisation publishes beside its events and an export repeats: worth something only against what a verifier
 * has from elsewhere.
 *
 * @param rootKeys at most one
 * @param policies the policy files that its manifests name, oldest first
 */
public record Published(List<HybridPublicKey> rootKeys, List<String> policies) {

    /** Takes copies. */
    public Published {
        rootKeys = List.copyOf(rootKeys);
        policies = List.copyOf(policies);
    }

    /** What a key folder holds of it. */
    public static Published of(KeyFolder folder) throws IOException {
        return new Published(List.of(folder.root().key()), folder.policies());
    }

    List<ExportLine> lines() {
        List<ExportLine> lines = new ArrayList<>();
        rootKeys.forEach(keys -> lines.add(new ExportLine.RootKeys(keys)));
        policies.forEach(policy -> lines.add(new ExportLine.Policy(policy)));
        return lines;
    }
}
