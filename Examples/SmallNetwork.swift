// All critical points of a small network that learns the exclusive or: index against loss.
//
//     Scripts/run Examples/SmallNetwork.swift [decay]

import Foundation
import Saddlery

let decay = CommandLine.arguments.dropFirst().first.flatMap(Double.init) ?? 0.02
let data = try TrainingSet(
  inputs: Matrix(columns: [[0, 0], [0, 1], [1, 0], [1, 1]]), labels: [0, 1, 1, 0], classes: 2)
let network = try Perceptron(
  Architecture([2, 2, 1]), activation: .tanh, loss: .crossEntropy, data: data, decay: decay)

// From critical point to critical point, until no point leads to a new one.
let found = Exploration(Search(network)).run(from: 30, seed: 1)
print(found.orbits)
print("   loss     index  points")
for orbit in found.orbits.orbits.sorted(by: { $0.representative.value < $1.representative.value }) {
  let point = orbit.representative
  print(String(format: "%10.6f  %3d  %5d", point.value, point.index!, orbit.size!))
}

let figure = Figure.indexVersusValue(
  found.orbits.orbits.map(\.representative), directions: network.domain.dimension,
  quantity: "loss", title: "A 2-2-1 network learns the exclusive or")
try figure.write(to: "figure", name: "small-network")
