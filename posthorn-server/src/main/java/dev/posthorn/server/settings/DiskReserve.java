package dev.posthorn.server.settings;

/**
 * Free disk below which publishing is refused: the greater of both parts.
 *
 * @param percent of the disk's size
 * @param bytes whatever that size is
 */
public record DiskReserve(int percent, long bytes) {

    /** {@code 5%}, {@code 2GiB}, or both with a comma between. */
    static DiskReserve parse(String text) throws NotAValue {
        DiskReserve reserve = new DiskReserve(0, 0);
        for (String part : text.split(",", -1)) {
            reserve = reserve.and(part.strip());
        }
        return reserve;
    }

    private DiskReserve and(String part) throws NotAValue {
        if (!part.endsWith("%")) {
            return new DiskReserve(percent, Sizes.parse(part));
        }
        String digits = part.substring(0, part.length() - 1).strip();
        if (!digits.matches("\\d{1,2}")) {
            throw new NotAValue("must be a share of the disk, a size or both, such as 1GiB,5%");
        }
        return new DiskReserve(Integer.parseInt(digits), bytes);
    }

    /** Bytes that must stay free on a disk of {@code sizeBytes}. */
    public long onDiskOf(long sizeBytes) {
        return Math.max(bytes, sizeBytes / 100 * percent);
    }
}
