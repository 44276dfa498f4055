// cannot read '3' in mixture '3'
import Saddlery

print("before")
func model() throws -> Mixture { try Mixture(parsing: "3") }
print(try model())
