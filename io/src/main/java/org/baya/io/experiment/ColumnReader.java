package org.baya.io.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.error.InvalidInputException;
import org.baya.io.sparse.SparseMatrix;

/**
 * Reads what stands for a column: a name inside a file, a file, an object that tells both, or a
 * list of numbers.
 */
final class ColumnReader {
  private static final DataFile BROKEN = new UnreadableFile();

  private final DataFiles files;

  ColumnReader(DataFiles files) {
    this.files = files;
  }

  /**
   * The file named by {@code file} in {@code section}, if there is one; problems are reported once.
   */
  Optional<DataFile> file(Section section) {
    return section
        .field("file")
        .map(field ->
            field.text().flatMap(name -> attempt(field, () -> files.of(name))).orElse(BROKEN));
  }

  /**
   * A column.
   *
   * @param outer the file around it, in which a mere name is looked up; without one a mere name is
   *     a file
   */
  Optional<ColumnSource> column(Field field, Optional<DataFile> outer) {
    if (field.isScalar()) {
      Optional<String> name = field.text();
      Optional<ColumnSource> source =
          name.flatMap(n ->
              attempt(field, () -> outer.isPresent() ? outer.get().column(n) : files.of(n).only()));
      return source.map(found -> new PlacedSource(field, found));
    }
    if (field.isList()) {
      return field
          .numbers()
          .map(numbers ->
              ColumnSource.of(SegmentColumn.of(field.keyPlace() + ": " + field.path(), numbers)));
    }
    return field.section().flatMap(section -> described(field, section, outer));
  }

  /** {@code {file: F, dataset: D, column: J}}. */
  private Optional<ColumnSource> described(Field field, Section section, Optional<DataFile> outer) {
    try (section) {
      Optional<DataFile> file = section.has("file") ? file(section) : outer;
      Optional<Field> name = section.field("dataset");
      Optional<Field> component = section.field("column");
      if (file.isEmpty()) {
        if (!section.has("file")) {
          section.problem("needs 'file': the file that holds the numbers");
        }
        return Optional.empty();
      }
      return source(field, file.get(), name, component);
    }
  }

  private Optional<ColumnSource> source(
      Field field, DataFile file, Optional<Field> name, Optional<Field> component) {
    Optional<Field> number = component.filter(Field::isNumber);
    Optional<Field> named = name.isPresent() ? name : component.filter(c -> !c.isNumber());
    Optional<ColumnSource> whole =
        named.isPresent()
            ? named.get().text().flatMap(text -> attempt(field, () -> file.column(text)))
            : attempt(field, file::only);
    if (whole.isEmpty() || number.isEmpty()) {
      return whole.map(source -> new PlacedSource(field, source));
    }
    long j = number.get().whole(0).orElse(0);
    ColumnSource one = new ComponentSource(whole.get(), (int) Math.min(j, Integer.MAX_VALUE));
    return Optional.of(new PlacedSource(field, one));
  }

  /** The columns of a mapping whose keys are their names. */
  Map<String, ColumnSource> columns(Map<String, Field> fields, Optional<DataFile> outer) {
    Map<String, ColumnSource> columns = new LinkedHashMap<>();
    fields.forEach(
        (name, field) -> column(field, outer).ifPresent(column -> columns.put(name, column)));
    return columns;
  }

  /** The components of one wide column, by the names in the list {@code names}. */
  Map<String, ColumnSource> components(Field names, ColumnSource wide) {
    ColumnSource shared = new SharedSource(wide);
    Map<String, ColumnSource> columns = new LinkedHashMap<>();
    List<Field> items = names.items().orElse(List.of());
    for (Field item : items) {
      int j = columns.size();
      Optional<String> name = item.text();
      if (name.isPresent() && columns.containsKey(name.get())) {
        item.problem("column '" + name.get() + "' occurs twice");
      }
      ColumnSource source = new PlacedSource(names, new ComponentSource(shared, j, items.size()));
      columns.put(name.orElse("column " + j), source);
    }
    return columns;
  }

  /** All numbers of {@code file} as one array; problems belong to {@code field}. */
  Optional<ColumnSource> wide(Field field, DataFile file) {
    return attempt(field, file::wide).map(source -> new PlacedSource(field, source));
  }

  /** Every column of edges in {@code file}; problems belong to {@code field}. */
  Map<String, ColumnSource> edges(Field field, DataFile file) {
    return attempt(field, file::edges).map(table -> placed(field, table)).orElse(Map.of());
  }

  /** Every numeric column of {@code file} by its name; problems belong to {@code field}. */
  Map<String, ColumnSource> table(Field field, DataFile file) {
    return attempt(field, () -> file.table("")).map(table -> placed(field, table)).orElse(Map.of());
  }

  /**
   * The cells of a matrix that are not 0, rows of row, column and value.
   *
   * @param dataset which of several arrays
   */
  Optional<ColumnSource> cells(Field field, DataFile file, Optional<Field> dataset) {
    Optional<SparseMatrix> sparse = dataset.isPresent() ? Optional.empty() : sparse(field, file);
    Optional<ColumnSource> cells =
        sparse.isPresent()
            ? sparse.map(CellSource.Listed::new)
            : (dataset.isPresent() ? column(dataset.get(), Optional.of(file)) : wide(field, file))
                .map(CellSource.Written::new);
    return cells.map(source -> new PlacedSource(field, source));
  }

  /** The sparse matrix that {@code file} is, if it is one. */
  Optional<SparseMatrix> sparse(Field field, DataFile file) {
    return attempt(field, file::sparse).flatMap(Function.identity());
  }

  /**
   * The columns of one wide array that a section names with {@code columns}, with {@code dataset}
   * if the file holds several arrays; none if it has no such key.
   */
  Map<String, ColumnSource> named(Section section, Optional<DataFile> file) {
    Optional<Field> names = section.field("columns");
    if (names.isEmpty()) {
      return Map.of();
    }
    Optional<Field> dataset = section.field("dataset");
    if (file.isEmpty() && !section.has("file")) {
      section.problem("needs 'file': the array whose columns are named");
    }
    Optional<ColumnSource> wide =
        file.flatMap(f -> dataset.isPresent() ? column(dataset.get(), file) : wide(names.get(), f));
    return wide.map(found -> components(names.get(), found)).orElse(Map.of());
  }

  private static Map<String, ColumnSource> placed(Field field, Map<String, ColumnSource> columns) {
    Map<String, ColumnSource> placed = new LinkedHashMap<>();
    columns.forEach((name, source) -> placed.put(name, new PlacedSource(field, source)));
    return placed;
  }

  /** A table: the name of a group of the file around it, or {@code {file: F, group: G}}. */
  Map<String, ColumnSource> table(Field field, Optional<DataFile> outer) {
    if (!field.isScalar()) {
      return field.section().map(section -> foreignTable(field, section)).orElse(Map.of());
    }
    if (outer.isEmpty()) {
      field.problem("needs 'file' beside it: the file that holds the table");
      return Map.of();
    }
    Optional<String> group = field.text();
    return group
        .flatMap(g -> attempt(field, () -> outer.get().table(g)))
        .map(t -> placed(field, t))
        .orElse(Map.of());
  }

  private Map<String, ColumnSource> foreignTable(Field field, Section section) {
    try (section) {
      section.required("file", "the file that holds the table");
      Optional<DataFile> file = file(section);
      String group = section.field("group").flatMap(Field::text).orElse("");
      return file.flatMap(f -> attempt(field, () -> f.table(group)))
          .map(t -> placed(field, t))
          .orElse(Map.of());
    }
  }

  /** A list of texts, written in place or kept in a file. */
  Optional<List<String>> texts(Field field, Optional<DataFile> outer) {
    if (field.isList()) {
      List<String> texts = new ArrayList<>();
      field.items().orElse(List.of()).forEach(item -> item.text().ifPresent(texts::add));
      return Optional.of(texts);
    }
    if (outer.isEmpty()) {
      field.problem("is neither a list nor a dataset of the 'file' beside it");
      return Optional.empty();
    }
    return field.text().flatMap(name -> attempt(field, () -> outer.get().texts(name)));
  }

  /** The result, or a problem of {@code field}. */
  private static <T> Optional<T> attempt(Field field, Supplier<T> action) {
    try {
      return Optional.of(action.get());
    } catch (InvalidInputException e) {
      field.problem(e.getMessage());
      return Optional.empty();
    } catch (UnreadableFile.AlreadyReportedException e) {
      field.problems().again();
      return Optional.empty();
    }
  }
}
