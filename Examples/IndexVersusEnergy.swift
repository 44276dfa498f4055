import Saddlery

var survey = try IndexEnergySurvey(.pure(3), dimension: 60)
for sample in 0..<4 {
  let hamiltonian = PSpinHamiltonian(.pure(3), dimension: 60, seed: 1, sample: sample)
  survey.add(Search(hamiltonian).run(points: 120, seed: 1, sample: sample), sample: sample)
}
print("rms deviation from the curve of N → ∞:", survey.rmsDeviation)
try Figure.indexVersusEnergy([survey], caption: ["3-spin, N = 60, seed 1", Mixture.convention])
  .write(to: "figure", name: "index-energy")
