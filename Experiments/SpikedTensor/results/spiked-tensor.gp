# Run inside this folder: gnuplot spiked-tensor.gp
# Saddlery 0.1.0
# model: pure 3-spin, ξ(q) = q^3, signal 3:2
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# rates of the mean density in overlap, extrapolated from N = 12, 24, 48
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

set label 'A signal empties the landscape, but for a band around the equator' at graph 0.5, screen 0.965 center font ',13.0'
set label 'overlap with the signal m = σ·u/N' at graph 0.5, screen 0.19 center font ',12.0'
set ylabel 'rate Σ(m)' font ',12.0'
set xrange [-1.0:1.0]
set yrange [-0.8:0.5]

set label 'pure 3-spin with signal -Nλm^3, λ = 2.0; mean number at overlap m ~ exp(N Σ(m))' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'marks: exact means at N = 12, 24, 48, the power of N in front taken out' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.02833, 0.14125 to screen 0.07167, 0.14125 nohead lw 2.2 lc rgb '#0072B2'
set label 'all critical points' at screen 0.08333, 0.14125 left font ',10.5'
set arrow from screen 0.34833, 0.14125 to screen 0.39167, 0.14125 nohead lw 2.2 lc rgb '#D55E00'
set label 'minima' at screen 0.40333, 0.14125 left font ',10.5'
set label '' at screen 0.69, 0.14125 point pt 5 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'the minimum at the signal' at screen 0.72333, 0.14125 left font ',10.5'
set arrow from screen 0.02833, 0.10375 to screen 0.07167, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'N → ∞' at screen 0.08333, 0.10375 left font ',10.5'
set label '' at screen 0.37, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'from exact counts' at screen 0.40333, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'spiked-tensor.svg'
plot \
  'spiked-tensor.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'spiked-tensor.csv' using 3:4 with points pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'spiked-tensor.csv' using 5:6 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'spiked-tensor.csv' using 7:8 with points pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'spiked-tensor.csv' using 9:10 with points pt 5 ps 0.6 lw 1.2 lc rgb '#000000' notitle, \
  'spiked-tensor.csv' using 11:12 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'spiked-tensor.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'spiked-tensor.png'
replot
unset output
