package app.prosa.web;

/** The journey against the strict fake of the hub. */
class FakeHubJourneyTest extends Journey {
    private final FakeHub hub = new FakeHub();

    @Override
    Place open() {
        return hub;
    }
}
