package id.kulkul.crypto.tools;

import java.util.List;
import java.util.Optional;

/** All sections that a vector file may have. */
final class Sections {
    private static final List<Section> ALL = List.of(
            new ReceiptSection(),
            new PayloadSection(),
            new StanzaSection(),
            new ShareCommitSection(),
            new ShamirSection(),
            new MerkleSection(),
            new ContextSection(),
            new ItemHeaderSection(),
            new SubjectSection(),
            new StanzaOrderSection(),
            new PaddingSection(),
            new InnerSection(),
            new SubmitSignatureSection(),
            new ManifestSection(),
            new DealSection(),
            new ShareReleaseSection(),
            new OpeningListSection(),
            new BidIdSection(),
            new StaffSection(),
            new RecoveryKitSection(),
            new KeyBundleSection(),
            new RowKeySection(),
            new VaultRowSection(),
            new StatementSection(),
            new GreetingSection(),
            new RidSection(),
            new EventMetaSection(),
            new LogLeafSection(),
            new PaddingLeafSection(),
            new InclusionSection(),
            new ConsistencySection(),
            new CheckpointSection(),
            new PromiseSection(),
            new TlogProofSection(),
            new CaseIdSection(),
            new FormReceiptSection(),
            new ReceiptWordsSection());

    private Sections() {}

    static Optional<Section> named(String name) {
        return ALL.stream().filter(section -> section.name().equals(name)).findFirst();
    }
}
