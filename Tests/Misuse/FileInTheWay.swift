// cannot write to '/dev/null'
import Saddlery

print("before")
try OutputFolder("/dev/null").write([("a.csv", "1")])
