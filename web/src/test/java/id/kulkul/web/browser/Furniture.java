package id.kulkul.web.browser;

import java.util.List;
import java.util.stream.Stream;

/**
 * Features that Chromium's windows do without here; of two lists on its command line only the last counts, so
 * Playwright's own is repeated.
 */
final class Furniture {
    private static final List<String> PLAYWRIGHT = List.of(
            "AvoidUnnecessaryBeforeUnloadCheckSync",
            "BoundaryEventDispatchTracksNodeRemoval",
            "DestroyProfileOnBrowserClose",
            "DialMediaRouteProvider",
            "GlobalMediaControls",
            "HttpsUpgrades",
            "LensOverlay",
            "MediaRouter",
            "PaintHolding",
            "ThirdPartyStoragePartitioning",
            "Translate",
            "AutoDeElevate",
            "RenderDocument",
            "OptimizationHints");

    /** Drawn for every window by processes of their own, which cost more than most pages, and seen by nobody. */
    private static final List<String> UNSEEN = List.of(
            "WebUIOmniboxPopup",
            "WebUIOmniboxFullPopup",
            "WebUIOmniboxAimPopup",
            "PreloadTopChromeWebUI",
            "SpareRendererForSitePerProcess");

    static final List<String> WITHOUT =
            Stream.concat(PLAYWRIGHT.stream(), UNSEEN.stream()).toList();

    private Furniture() {}
}
