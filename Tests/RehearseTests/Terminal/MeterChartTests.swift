import Testing

@testable import rehearse

@Suite struct MeterChartTests {
  let steps: [MeterChart.Step] = [
    .init(label: "Opening", values: [50, 3]),
    .init(label: "What it would put at risk", values: [60, 3]),
    .init(label: "The CFO joins", values: [30, 2]),
  ]
  let trust = MeterChart.Meter(name: "trust", range: 0...100)
  let patience = MeterChart.Meter(name: "patience", range: 0...3)

  private func drawn(_ meters: [MeterChart.Meter], _ width: Int, _ theme: Theme) -> [String] {
    MeterChart(meters: meters, steps: steps).lines(width: width, theme: theme).map(\.string)
  }

  @Test func oneMeterInFortyColumns() {
    #expect(
      drawn([trust], 40, .unstyled) == [
        "                  trust (0 to 100)",
        "Opening           50      ███████░░░░░░░",
        "What it would p…  60 +10  ████████░░░░░░",
        "The CFO joins     30 −30  ████░░░░░░░░░░",
      ])
  }

  @Test func twoMetersBesideEachOther() {
    #expect(
      drawn([trust, patience], 80, .plain) == [
        "                           trust (0 to 100)           patience (0 to 3)",
        "Opening                    50                ###....  3                  #######",
        "What it would put at risk  60 +10            ####...  3                  #######",
        "The CFO joins              30 -30            ##.....  2 -1               ####...",
      ])
  }

  @Test func twoMetersBelowEachOtherWhereItIsNarrow() {
    #expect(
      drawn([trust, patience], 40, .plain) == [
        "                  trust (0 to 100)",
        "Opening           50      #######.......",
        "What it would...  60 +10  ########......",
        "The CFO joins     30 -30  ####..........",
        "",
        "                  patience (0 to 3)",
        "Opening           3     ################",
        "What it would...  3     ################",
        "The CFO joins     2 -1  ##########......",
      ])
  }

  @Test func neverWiderThanTheScreen() {
    for width in 20...100 {
      for line in drawn([trust, patience], width, .unstyled) {
        #expect(DisplayWidth.of(line) <= width)
      }
    }
  }

  @Test func nothingToShow() {
    #expect(MeterChart(meters: [], steps: steps).lines(width: 40, theme: .plain).isEmpty)
    #expect(MeterChart(meters: [trust], steps: []).lines(width: 40, theme: .plain).isEmpty)
  }
}
