package dev.posthorn.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Rows under titles, each column as wide as its widest cell. */
public final class Table {
    /** Wide enough for an id, a URL or a sentence; the whole text is in the JSON. */
    private static final int WIDEST_CELL = 80;

    private static final String GAP = "  ";

    private final Terminal terminal;
    private final List<List<Cell>> rows = new ArrayList<>();

    private record Cell(String text, Style style) {}

    public Table(Terminal terminal, List<String> titles) {
        this.terminal = terminal;
        rows.add(titles.stream().map(title -> new Cell(title, Style.DIM)).toList());
    }

    /** {@code styles} may be shorter than {@code texts}: the rest is plain. */
    public void row(List<String> texts, List<Style> styles) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < texts.size(); i++) {
            cells.add(new Cell(cut(texts.get(i)), i < styles.size() ? styles.get(i) : Style.PLAIN));
        }
        rows.add(cells);
    }

    public void print() {
        int[] widths = widths();
        for (List<Cell> row : rows) {
            var line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                Cell cell = row.get(i);
                boolean last = i == row.size() - 1;
                line.append(terminal.paint(cell.style(), cell.text()));
                line.append(last ? "" : " ".repeat(widths[i] - length(cell)) + GAP);
            }
            terminal.line(line.toString().stripTrailing());
        }
    }

    private int[] widths() {
        int[] widths = new int[rows.get(0).size()];
        for (List<Cell> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
        }
        return widths;
    }

    private static int length(Cell cell) {
        return cell.text().codePointCount(0, cell.text().length());
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\R", " ");
        return line.length() <= WIDEST_CELL ? line : line.substring(0, WIDEST_CELL - 1) + "…";
    }
}
