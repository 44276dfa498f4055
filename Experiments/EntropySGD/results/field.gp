# Run inside this folder: gnuplot field.gp
# Saddlery 0.1.0
# model: Gaussian fields on a circle; two wells; pure 3-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# F_γ(x) = log ∫ exp(-(f(x') + γ|x' - x|²/2)/T) dx'
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.255
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'A field and minus its local entropy' at graph 0.5, screen 0.965 center font ',13.0'
set label 'place in correlation lengths' at graph 0.5, screen 0.1625 center font ',12.0'
set ylabel 'in units of the temperature' font ',12.0'
set xrange [0.0:32.0]

set label 'one sample, A = 3.0, temperature 1; seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.08053, 0.11375 to screen 0.12387, 0.11375 nohead lw 1.2 lc rgb '#7F7F7F'
set label 'f' at screen 0.13553, 0.11375 left font ',10.5'
set arrow from screen 0.50833, 0.11375 to screen 0.55167, 0.11375 nohead lw 2.2 lc rgb '#0072B2'
set label 'minus its local entropy, 1/√γ = 0.25' at screen 0.56333, 0.11375 left font ',10.5'
set arrow from screen 0.08053, 0.07625 to screen 0.12387, 0.07625 nohead lw 2.2 lc rgb '#D55E00'
set label 'minus its local entropy, 1/√γ = 1.0' at screen 0.13553, 0.07625 left font ',10.5'
set arrow from screen 0.50833, 0.07625 to screen 0.55167, 0.07625 nohead lw 2.2 lc rgb '#009E73'
set label 'minus its local entropy, 1/√γ = 3.0' at screen 0.56333, 0.07625 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'field.svg'
plot \
  'field.csv' using 1:2 with lines lw 1.2 lc rgb '#7F7F7F' title 'f', \
  'field.csv' using 3:4 with lines lw 2.2 lc rgb '#0072B2' title 'minus its local entropy, 1/√γ = 0.25', \
  'field.csv' using 5:6 with lines lw 2.2 lc rgb '#D55E00' title 'minus its local entropy, 1/√γ = 1.0', \
  'field.csv' using 7:8 with lines lw 2.2 lc rgb '#009E73' title 'minus its local entropy, 1/√γ = 3.0'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'field.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'field.png'
replot
unset output
