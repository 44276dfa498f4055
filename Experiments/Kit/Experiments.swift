/// All experiments.
package enum Experiments {
  /// By what they ask about, the easier first.
  package static let topics: [(title: String, experiments: [any Experiment.Type])] = [
    (
      "What do critical points look like?",
      [
        IndexVersusEnergy.self, FiniteSizeCurve.self, GaussianFieldIndex.self, CoinFlip.self,
        SpectralLaws.self,
      ]
    ),
    (
      "How many are there?",
      [
        CriticalPointsOfAPlane.self, CountingCriticalPoints.self, ComplexityFan.self,
        SearchBias.self, SpikedTensor.self,
      ]
    ),
    (
      "Are there bad minima?",
      [
        ThreeAssumptions.self, SpuriousMinima.self, DeepLinearLandscape.self,
        TinyNetworkIndex.self, Overparameterization.self, TopologyTrivialization.self,
      ]
    ),
    (
      "What do optimisers do?",
      [
        ThresholdFloor.self, FloatingBetweenSaddles.self, NewtonSaddleTrap.self,
        RandomKickAndSlices.self, SteppingOver.self, LinearInterpolation.self,
        PathologicalCurvature.self, GradientStarvation.self, SpinFunnel.self,
      ]
    ),
    (
      "What does noise do?",
      [
        NoiseVersusBatch.self, EscapeTimes.self, LimitCycles.self, FlatAndSharp.self,
        EntropySGD.self, WeightAveraging.self,
      ]
    ),
    ("How do minima hang together?", [PermutationSymmetry.self, ModeConnectivity.self]),
  ]

  /// In the order of their names.
  package static let all = topics.flatMap(\.experiments).sorted { $0.name < $1.name }
}
