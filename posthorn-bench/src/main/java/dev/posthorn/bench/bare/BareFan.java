package dev.posthorn.bench.bare;

/**
 * The fixed routing: group {@code g} has the endpoints {@code g}, {@code g + groups}, and so on.
 */
record BareFan(int endpoints, int width) {
    int endpoint(int group, int index) {
        return group + index * (endpoints / width);
    }
}
