// element (3, 0) of a 2 x 2 matrix
import Saddlery

print("before")
var m = Matrix<Double>(rows: 2, columns: 2)
m[3, 0] = 1
print(m)
