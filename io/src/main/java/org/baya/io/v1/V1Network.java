package org.baya.io.v1;

/**
 * A generated network: all that its two files hold.
 *
 * @param parameters the published tables
 * @param cells the cells
 * @param recurrent synapses among the cells
 * @param input thalamic and background synapses
 * @param trains spikes of LGN and background
 */
public record V1Network(
    V1Parameters parameters, V1Cells cells, V1Recurrent recurrent, V1Input input, V1Trains trains) {

  /** Generates the network; equal settings but for the number of threads give equal networks. */
  public static V1Network generate(V1Settings settings) {
    V1Parameters parameters = V1Parameters.load();
    V1Cells cells = V1Cells.place(parameters, settings);
    V1Recurrent recurrent = V1Recurrent.connect(parameters, cells, settings);
    V1Input input = V1Input.connect(parameters, cells, settings);
    return new V1Network(parameters, cells, recurrent, input, V1Trains.draw(settings.seed()));
  }
}
