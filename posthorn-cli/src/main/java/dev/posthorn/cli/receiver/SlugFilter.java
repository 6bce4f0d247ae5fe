package dev.posthorn.cli.receiver;

import java.util.List;

/** Which types are shown: those of {@code only}, or all, less those of {@code except}. */
public record SlugFilter(List<String> only, List<String> except) {
    public SlugFilter {
        only = List.copyOf(only);
        except = List.copyOf(except);
    }

    boolean shows(String type) {
        boolean wanted = only.isEmpty() || only.stream().anyMatch(slug -> matches(slug, type));
        return wanted && except.stream().noneMatch(slug -> matches(slug, type));
    }

    /** A slug, {@code *}, or {@code a.*} for everything under {@code a}. */
    private static boolean matches(String slug, String type) {
        return slug.equals(type)
                || slug.equals("*")
                || (slug.endsWith(".*") && type.startsWith(slug.substring(0, slug.length() - 1)));
    }
}
