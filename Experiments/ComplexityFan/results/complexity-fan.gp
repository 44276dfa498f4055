# Run inside this folder: gnuplot complexity-fan.gp
# Saddlery 0.1.0
# model: pure 10-spin, ξ(q) = q^10
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# rates of counts with energy at most E, extrapolated from N = 30, 60, 120
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.2825
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Complexity of fixed index fans out above the ground state' at graph 0.5, screen 0.965 center font ',13.0'
set label 'energy per spin E = H/N' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'rate Θ_k(E)' font ',12.0'

set label 'pure 10-spin; mean number of points of index k with energy at most E ~ exp(N Θ_k(E))' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'marks: exact means at N = 30, 60, 120, the power of N in front taken out' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.02513, 0.14125 to screen 0.06847, 0.14125 nohead lw 2.2 lc rgb '#0072B2'
set label 'Θ_{0}' at screen 0.08013, 0.14125 left font ',10.5'
set arrow from screen 0.26673, 0.14125 to screen 0.31007, 0.14125 nohead lw 2.2 lc rgb '#D55E00'
set label 'Θ_{1}' at screen 0.32173, 0.14125 left font ',10.5'
set arrow from screen 0.50833, 0.14125 to screen 0.55167, 0.14125 nohead lw 2.2 lc rgb '#009E73'
set label 'Θ_{2}' at screen 0.56333, 0.14125 left font ',10.5'
set arrow from screen 0.74993, 0.14125 to screen 0.79327, 0.14125 nohead lw 2.2 lc rgb '#E69F00'
set label 'Θ_{3}' at screen 0.80493, 0.14125 left font ',10.5'
set arrow from screen 0.02513, 0.10375 to screen 0.06847, 0.10375 nohead dt (8,5) lw 1.2 lc rgb '#7F7F7F'
set label '-E_0 and -E_∞' at screen 0.08013, 0.10375 left font ',10.5'
set arrow from screen 0.26673, 0.10375 to screen 0.31007, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'N → ∞' at screen 0.32173, 0.10375 left font ',10.5'
set label '' at screen 0.53, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'from exact counts' at screen 0.56333, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'complexity-fan.svg'
plot \
  'complexity-fan.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'complexity-fan.csv' using 3:4 with points pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'complexity-fan.csv' using 5:6 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'complexity-fan.csv' using 7:8 with points pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'complexity-fan.csv' using 9:10 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'complexity-fan.csv' using 11:12 with points pt 7 ps 0.6 lw 1.2 lc rgb '#009E73' notitle, \
  'complexity-fan.csv' using 13:14 with lines lw 2.2 lc rgb '#E69F00' notitle, \
  'complexity-fan.csv' using 15:16 with points pt 7 ps 0.6 lw 1.2 lc rgb '#E69F00' notitle, \
  'complexity-fan.csv' using 17:18 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'complexity-fan.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'complexity-fan.png'
replot
unset output
