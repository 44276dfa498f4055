import Saddlery

let (n, k) = (60, 12)
let point = try SphericalCriticalPointLaw(.pure(3), dimension: n).draw(index: k, seed: 1)
let place = Sphere(ambientDimension: n).point(fromNormals: (1...n).map(Double.init))
let hamiltonian = PSpinHamiltonian(.pure(3), dimension: n, seed: 1).planting(point, at: place)

let start = Matrix<Double>(columns: [place])
let found = Search(hamiltonian, method: .newton).run(starts: start, targets: [k])[0]
print("drawn: index \(k), energy \(point.value / Double(n))")
let index = found.index.map(String.init) ?? "none"
print("found: index \(index), energy \(found.value / Double(n)), \(found.outcome)")
