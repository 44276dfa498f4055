import ArgumentParser
import Commands
import Requirements
import Saddlery

/// The program: experiments by the question they ask.
@main
struct Experiments: ParsableCommand {
  static let all: [any Experiment.Type] = [
    CoinFlip.self, ComplexityFan.self, CountingCriticalPoints.self, CriticalPointsOfAPlane.self,
    DeepLinearLandscape.self, EntropySGD.self, EscapeTimes.self, FiniteSizeCurve.self,
    FlatAndSharp.self, FloatingBetweenSaddles.self, GaussianFieldIndex.self,
    GradientStarvation.self, IndexVersusEnergy.self, LimitCycles.self, LinearInterpolation.self,
    ModeConnectivity.self, NewtonSaddleTrap.self, NoiseVersusBatch.self, Overparameterization.self,
    PathologicalCurvature.self, PermutationSymmetry.self, RandomKickAndSlices.self,
    SearchBias.self, SpectralLaws.self, SpikedTensor.self, SpinFunnel.self, SpuriousMinima.self,
    SteppingOver.self, ThreeAssumptions.self, ThresholdFloor.self, TinyNetworkIndex.self,
    TopologyTrivialization.self, WeightAveraging.self,
  ]

  static let configuration = CommandConfiguration(
    commandName: "experiments",
    abstract: "Questions about random landscapes, put to theory and samples.",
    discussion: """
      Without a name: the list of all.

      Exit status: 0 done, 1 a claim is contradicted, 64 bad usage, 65 bad input (files, folders), 70 \
      internal (also: no gnuplot), 74 what was printed did not all reach standard output.
      """,
    version: Provenance.version, subcommands: all.map { $0 as any ParsableCommand.Type })

  func run() {
    for experiment in Self.all { print("\(experiment.name): \(experiment.question)") }
  }

  static func main() {
    StandardStreams.prepare()
    runAndExit { try check(CommandLine.arguments.dropFirst()) }
  }

  /// What the parser would refuse with less to go by.
  private static func check(_ arguments: ArraySlice<String>) throws {
    guard let name = arguments.first, !name.hasPrefix("-"), name != "help" else { return }
    guard all.contains(where: { $0.name == name }) else {
      let names = all.map { $0.name }.joined(separator: ", ")
      throw Failure.usage("no experiment '\(shown(name))'; give one of \(names)")
    }
    if arguments.contains("--update-readme"), arguments.count > 2 {
      throw Failure.usage(
        "--update-readme stands alone: a README has the numbers of a full run as it comes")
    }
  }
}
