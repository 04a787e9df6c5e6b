package org.baya.io.hdf5;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.baya.error.InvalidInputException;

/** The value of an attribute: one number or string, or a list of them. */
public final class Hdf5Attribute {
  private final String place;
  private final List<Object> values;

  private Hdf5Attribute(String place, List<Object> values) {
    this.place = place;
    this.values = values;
  }

  /** Takes a value as jHDF gives it: boxed, or an array of one dimension. */
  static Hdf5Attribute of(String place, Object value) {
    if (!value.getClass().isArray()) {
      return new Hdf5Attribute(place, List.of(value));
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < Array.getLength(value); i++) {
      values.add(Array.get(value, i));
    }
    return new Hdf5Attribute(place, values);
  }

  /** One string. */
  public String asString() {
    return only().toString();
  }

  /** One whole number. */
  public long asLong() {
    return whole(number(only()));
  }

  /** One real number. */
  public double asDouble() {
    return number(only()).doubleValue();
  }

  /** All values as whole numbers. */
  public long[] asLongs() {
    return values.stream().mapToLong(value -> whole(number(value))).toArray();
  }

  /** All values as real numbers. */
  public double[] asDoubles() {
    return values.stream().mapToDouble(value -> number(value).doubleValue()).toArray();
  }

  private Object only() {
    if (values.size() != 1) {
      throw new InvalidInputException(place, "has " + values.size() + " values; allowed is one");
    }
    return values.getFirst();
  }

  private Number number(Object value) {
    if (value instanceof Number number) {
      return number;
    }
    throw new InvalidInputException(place, "is '" + value + "'; allowed is a number");
  }

  private long whole(Number value) {
    long whole = value.longValue();
    if (!(value instanceof Long) && whole != value.doubleValue()) {
      throw new InvalidInputException(
          place, "is " + value + "; allowed is a whole number below 2^63");
    }
    return whole;
  }
}
