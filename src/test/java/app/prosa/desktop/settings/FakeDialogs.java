package app.prosa.desktop.settings;

import app.prosa.desktop.SystemDialogs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A desktop that remembers what it was asked for. */
public final class FakeDialogs implements SystemDialogs {
    public final List<String> opened = new ArrayList<>();
    public Optional<Path> target = Optional.empty();

    @Override
    public void openFolder(Path folder) {
        opened.add(folder.toString());
    }

    @Override
    public void openLink(String address) {
        opened.add(address);
    }

    @Override
    public Optional<Path> chooseTarget(String title, String name) {
        return target;
    }

    @Override
    public List<Path> chooseFiles(String title) {
        return List.of();
    }
}
