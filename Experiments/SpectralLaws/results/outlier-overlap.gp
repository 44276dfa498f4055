# Run inside this folder: gnuplot outlier-overlap.gp
# Saddlery 0.1.0
# model: GOE with one spike
# seed: 1
# convention: edge 2, spike θ on a unit vector v
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.2175
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'The eigenvector sees the spike from θ = 1 on' at graph 0.5, screen 0.965 center font ',13.0'
set label 'strength θ' at graph 0.5, screen 0.125 center font ',12.0'
set ylabel 'squared overlap ⟨v, u⟩²' font ',12.0'

set label 'M + θ v vᵀ, M a GOE matrix of edge 2; bars: standard errors; seed 1' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.29293, 0.07625 to screen 0.33627, 0.07625 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.3146, 0.07625 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'n = 100' at screen 0.34793, 0.07625 left font ',10.5'
set arrow from screen 0.43653, 0.07625 to screen 0.47987, 0.07625 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.4582, 0.07625 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'n = 400' at screen 0.49153, 0.07625 left font ',10.5'
set arrow from screen 0.58013, 0.07625 to screen 0.62347, 0.07625 nohead lw 2.2 lc rgb '#000000'
set label 'limit' at screen 0.63513, 0.07625 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'outlier-overlap.svg'
plot \
  'outlier-overlap.csv' using 1:2:(0):3 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'n = 100', \
  'outlier-overlap.csv' using 4:5:(0):6 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'n = 400', \
  'outlier-overlap.csv' using 7:8 with lines lw 2.2 lc rgb '#000000' title 'limit'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'outlier-overlap.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'outlier-overlap.png'
replot
unset output
