import Saddlery

let eggholder = FunctionLandscape(on: Box(-512...512, dimension: 2)) { x in
  -(x[1] + 47) * sin(sqrt(abs(x[0] / 2 + x[1] + 47))) - x[0] * sin(sqrt(abs(x[0] - x[1] - 47)))
}
let found = Sweep(eggholder).run()
print("\(found.byIndex) minima, saddles and maxima, \(found.completeness)")
try Figure.criticalPointMap(of: eggholder, found).write(to: "figure", name: "eggholder")
